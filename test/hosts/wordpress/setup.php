<?php
/**
 * Installs WordPress in a folder that has its files and its configuration, with one user of each role and
 * with the plugin: php setup.php FOLDER ADDRESS. Prints, as JSON, its version and each role's passwords.
 */

list( , $attested_folder, $attested_address ) = $argv;

$_SERVER['HTTP_HOST']       = preg_replace( '~^https?://~', '', $attested_address );
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define( 'WP_INSTALLING', true );
require $attested_folder . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'A history blog', 'administrator', 'administrator@example.org', true, '', 'administrator' );
update_option( 'siteurl', $attested_address );
update_option( 'home', $attested_address );
update_option( 'permalink_structure', '/%postname%/' );
$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->flush_rules( false );
if ( ! wp_get_theme()->exists() ) {
	switch_theme( array_key_first( wp_get_themes() ) );
}

$attested_roles = array();
foreach ( array( 'administrator', 'editor', 'author', 'contributor' ) as $attested_role ) {
	$attested_user = get_user_by( 'login', $attested_role );
	$attested_id   = $attested_user ? $attested_user->ID : wp_insert_user(
		array(
			'user_login' => $attested_role,
			'user_pass'  => $attested_role,
			'user_email' => "$attested_role@example.org",
			'role'       => $attested_role,
		)
	);

	list( $attested_password )        = WP_Application_Passwords::create_new_application_password( $attested_id, array( 'name' => 'test' ) );
	$attested_roles[ $attested_role ] = $attested_password;
}
wp_cache_flush();
$attested_result = activate_plugin( 'attested/attested.php' );
if ( is_wp_error( $attested_result ) ) {
	fwrite( STDERR, $attested_result->get_error_message() );
	exit( 1 );
}
echo wp_json_encode(
	array(
		'version' => $GLOBALS['wp_version'] . ' on PHP ' . PHP_VERSION,
		'roles'   => $attested_roles,
	)
);

<?php
// Installs the site, makes one user for each role, and prints an application password for each.
define('WP_INSTALLING', true);
[, $site, $url] = $argv;
$_SERVER['HTTP_HOST'] = parse_url($url, PHP_URL_HOST) . ':' . parse_url($url, PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require $site . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', fn() => true);
if (!is_blog_installed()) {
    wp_install('Prüfstand', 'chef', 'chef@example.invalid', false, '', wp_generate_password(24));
}
update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'Europe/Berlin');
global $wp_rewrite;
$wp_rewrite->init();
$wp_rewrite->flush_rules(false);
foreach ([['chef', 'administrator'], ['redaktion', 'editor'], ['autor', 'author'], ['gast', 'contributor']] as [$name, $role]) {
    $user = get_user_by('login', $name);
    $id = $user ? $user->ID : wp_insert_user(['user_login' => $name, 'user_pass' => wp_generate_password(24), 'user_email' => "$name@example.invalid", 'role' => $role]);
    WP_Application_Passwords::delete_all_application_passwords($id);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'tests']);
    echo $name, '=', $password, "\n";
}
foreach (['Politik', 'Wirtschaft'] as $category) {
    if (!term_exists($category, 'category')) {
        wp_insert_term($category, 'category');
    }
}
